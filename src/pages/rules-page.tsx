import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { clouds } from '../../domain/organizations/kinds.ts'
import { concerned, filterRules, ruleView } from '../features/rules/rule-filter.ts'
import { ruleQueries } from '../features/rules/rule-queries.ts'
import { RulesList } from '../features/rules/rules-list.tsx'
import { useWords } from '../i18n/use-words.ts'
import { FilterFold } from '../ui/lists/filter-fold.tsx'
import { FilterSelect } from '../ui/lists/filter-select.tsx'
import { Box, Row, Stack } from '../ui/looks/layout.tsx'
import { NotYet } from '../ui/waiting/not-yet.tsx'
import { PageHeader } from '../ui/looks/page-header.tsx'
import { SearchField } from '../ui/lists/search-field.tsx'
import { EmptyState } from '../ui/waiting/states.tsx'
import { useListView } from '../ui/lists/use-list-view.ts'
import styles from './rules-page.module.css'

/** Every rule with its clouds and source pages; the address names a rule or a filter. */
export function Component() {
  const { t, locale, formatNumber } = useWords()
  const at = useListView(ruleView, { replace: true })
  const { hash } = useLocation()
  const { data, ...query } = useQuery(ruleQueries.list(locale))
  const here = decodeURIComponent(hash.slice(1))
  const loaded = data !== undefined
  useEffect(() => {
    if (loaded && here) document.getElementById(here)?.focus()
  }, [loaded, here])
  const shown = data && filterRules(data.items, at.view)
  return (
    <>
      <PageHeader title={t('rules.title')} lead={t('rules.lead')} />
      <FilterFold inForce={at.view}>
        <Row role="search" aria-label={t('rules.title')} gap={2}>
          <SearchField label={t('rules.search')} hint={t('rules.search')} className={styles.search} value={at.view.search}
            onSearch={(search) => at.change({ search })} />
          <FilterSelect at={at} name="cloud" label={t('rules.filter.cloud')} any={t('rules.filter.cloud_any')}
            values={clouds} wordOf={(cloud) => t(`ui.cloud.${cloud}`)} />
          <FilterSelect at={at} name="for" label={t('rules.filter.for')} any={t('rules.filter.for_any')}
            values={concerned} wordOf={(kind) => t(`rules.for.${kind}`)} />
        </Row>
      </FilterFold>
      {shown && (
        <Box as="p" role="status" before={3} after={3} tone="muted">
          {t('rules.count', { count: shown.length, shown: formatNumber(shown.length) })}
        </Box>
      )}
      {!shown ? <NotYet query={query} lines={12} />
      : shown.length === 0 ? (
        <EmptyState title={t('rules.none.title')}>{t('rules.none.text')}</EmptyState>
      ) : (
        <Stack gap={4}><RulesList rules={shown} here={here} /></Stack>
      )}
    </>
  )
}

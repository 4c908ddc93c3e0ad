import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { clouds, partnerKinds } from '../../domain/organizations/kinds.ts'
import { filterOf, filterRules } from '../features/rules/rule-filter.ts'
import { ruleQueries } from '../features/rules/rule-queries.ts'
import { RulesList } from '../features/rules/rules-list.tsx'
import { useWords } from '../i18n/use-words.ts'
import { FilterFold } from '../ui/filter-fold.tsx'
import { Box, Row, Stack } from '../ui/layout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Select } from '../ui/select.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSearchText } from '../ui/use-search-text.ts'
import styles from './rules-page.module.css'

/** Every rule that decides something here, where it holds and which page says so. Its address names a rule or a filter. */
export function Component() {
  const { t, locale, formatNumber } = useWords()
  const [params, setParams] = useSearchParams()
  const { hash } = useLocation()
  const { data, error, refetch, isFetching } = useQuery(ruleQueries.list(locale))
  const filter = filterOf(params)
  const set = (name: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before)
      if (value) next.set(name, value)
      else next.delete(name)
      return next
    }, { replace: true })
  const search = useSearchText(filter.search, (text) => set('search', text))
  const here = decodeURIComponent(hash.slice(1))
  const loaded = data !== undefined
  useEffect(() => {
    if (loaded && here) document.getElementById(here)?.focus()
  }, [loaded, here])
  const shown = data && filterRules(data.items, filter)
  return (
    <>
      <PageHeader title={t('rules.title')} lead={t('rules.lead')} />
      <FilterFold inForce={filter}>
        <Row role="search" aria-label={t('rules.title')} gap={2}>
          <TextField label={t('rules.search')} hideLabel icon="search" type="search" placeholder={t('rules.search')}
            className={styles.search} error={search.fault} value={search.text} onChange={(event) => search.type(event.target.value)} />
          <Select label={t('rules.filter.cloud')} hideLabel placeholder={t('rules.filter.cloud_any')} value={filter.cloud ?? ''}
            onChange={(event) => set('cloud', event.target.value)}
            options={clouds.map((cloud) => ({ value: cloud, label: t(`ui.cloud.${cloud}`) }))} />
          <Select label={t('rules.filter.for')} hideLabel placeholder={t('rules.filter.for_any')} value={filter.concerns ?? ''}
            onChange={(event) => set('for', event.target.value)}
            options={[...partnerKinds, 'customer' as const].map((kind) => ({ value: kind, label: t(`rules.for.${kind}`) }))} />
        </Row>
      </FilterFold>
      {shown && (
        <Box as="p" role="status" before={3} after={3} tone="muted">
          {t('rules.count', { count: shown.length, shown: formatNumber(shown.length) })}
        </Box>
      )}
      {!shown ? (
        error ? <ErrorState error={error} onRetry={() => void refetch()} retrying={isFetching} /> : <SkeletonLines lines={12} />
      ) : shown.length === 0 ? (
        <EmptyState title={t('rules.none.title')}>{t('rules.none.text')}</EmptyState>
      ) : (
        <Stack gap={4}><RulesList rules={shown} here={here} /></Stack>
      )}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { finder } from '../../../../domain/search/sought.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { RadioGroup } from '../../../ui/forms/radio-group.tsx'
import { SkeletonLines } from '../../../ui/waiting/skeleton.tsx'
import { EmptyState, ErrorState } from '../../../ui/waiting/states.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { assignmentQueries } from './assignment-queries.ts'
import styles from './assignments.module.css'

/** Beyond this many, groups are found by typing. */
const fewGroups = 8

type Props = {
  value: string | undefined
  onChange: (groupId: string) => void
  /** Shows a refused group's reason. */
  verdictOn: (groupId: string) => Verdict
  error: string | undefined
}

export function GroupChoice({ value, onChange, verdictOn, error }: Props) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const { data, error: failure, refetch, isFetching } = useQuery(assignmentQueries.groups())
  if (!data) {
    if (!failure) return <SkeletonLines lines={4} />
    return <ErrorState compact error={failure} retrying={isFetching} onRetry={() => void refetch()} />
  }
  if (data.items.length === 0)
    return <EmptyState compact title={t('delegated-admin.groups.none')}>{t('delegated-admin.groups.none.text')}</EmptyState>
  const isFound = finder(search)
  const found = data.items.filter(({ id, displayName }) => id === value || isFound(displayName))
  return (
    <Stack gap={4}>
      {data.items.length > fewGroups && (
        <TextField label={t('delegated-admin.groups.search')} icon="search" type="search" value={search}
          onChange={({ target }) => setSearch(target.value)} onKeyDown={(event) => {
            // Enter finds a group and does not submit the form.
            if (event.key === 'Enter') event.preventDefault()
          }} />
      )}
      <div className={styles.groupList}>
        <RadioGroup legend={t('delegated-admin.assign.group')} value={value ?? ''} onChoose={onChange} error={error}
          options={found.map(({ id, displayName }) => {
            const verdict = verdictOn(id)
            return { value: id, label: displayName, ...(!verdict.allowed && { refusal: verdict }) }
          })} />
        {found.length === 0 && <Text tone="muted">{t('ui.combo.nothing')}</Text>}
      </div>
    </Stack>
  )
}

import { useId } from 'react'
import { Link } from 'react-router'
import type { BulkOutcome } from '../../../../domain/bulk-invitations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { StateBadge } from '../state-badge.tsx'
import { type BulkJob, meanRow } from './bulk-job.ts'
import styles from './bulk.module.css'
import type { BulkRow } from './read-list.ts'
import { customerOf } from './row-result.ts'

type Props = { job: BulkJob; invitationAt: (id: string) => string }

/** Rows whose customers are invited already; only those ticked are made. */
export function BulkApart({ job, invitationAt }: Props) {
  const { t, formatNumber } = useWords()
  const id = useId()
  const { rows, outcomes, draft: { list } } = job
  const apart = rows.filter(({ key }) => outcomes.get(key)?.outcome === 'already_invited')
  if (apart.length === 0) return null
  const lineOf = (key: string | undefined) => rows.find((row) => row.key === key)?.line ?? 0
  return (
    <Stack as="section" gap={2} pad="3 4" before={4} className={styles.apart} aria-labelledby={id}>
      <h3 id={id}>{t('bulk.apart', { count: apart.length })}</h3>
      <Text measure={76} tone="muted">{t('bulk.apart.hint')}</Text>
      <Stack as="ul" gap={3} pad={0} before={2} className={styles.apartRows}>
        {apart.map((row) => (
          <li key={row.key}>
            <Checkbox checked={list.meant.includes(row.key)} onChange={({ target }) => meanRow(job, row.key, target.checked)}
              label={t('bulk.apart.row', { line: formatNumber(row.line), customer: customerOf(row) })}
              description={<Why row={row} outcome={outcomes.get(row.key)} lineOf={lineOf} invitationAt={invitationAt} />} />
          </li>
        ))}
      </Stack>
    </Stack>
  )
}

type WhyProps = {
  row: BulkRow
  outcome: BulkOutcome | undefined
  lineOf: (key: string | undefined) => number
  invitationAt: Props['invitationAt']
}

/** The open invitation, or the row above for the same customer. */
function Why({ row, outcome, lineOf, invitationAt }: WhyProps) {
  const { t, formatDate, formatNumber } = useWords()
  const { open, repeats } = outcome ?? {}
  return (
    <Row as="span" gap="1 3" align="center">
      {open && (
        <>
          <StateBadge state={open.state} />
          <span>{t('bulk.apart.since', { date: formatDate(open.since) })}</span>
          <Link to={invitationAt(open.id)} aria-label={t('bulk.apart.show.of', { customer: customerOf(row) })}>{t('bulk.apart.show')}</Link>
        </>
      )}
      {repeats !== undefined && <span>{t('bulk.apart.repeats', { line: formatNumber(lineOf(repeats)) })}</span>}
    </Row>
  )
}

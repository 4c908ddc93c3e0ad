import type { AuditRecord } from '../../../domain/audit/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'
import type { GridColumn } from '../../ui/data-grid/grid-column.ts'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { actionWords, authorWords, changeLines } from './audit-words.ts'

/** BR-108's columns, through what, what came of it, and what it changed. */
export function auditColumns(words: Words): GridColumn<AuditRecord>[] {
  const { t, formatDateTime } = words
  const muted = (text: string) => <Text as="span" tone="muted">{text}</Text>
  return [
    { id: 'action', header: t('audit.column.action'), width: 'minmax(180px, 2fr)', cell: (record) => actionWords(words, record) },
    {
      id: 'when', header: t('audit.column.when'), width: 'minmax(116px, 0.8fr)',
      cell: ({ at }) => <Text as="time" tone="muted" dateTime={at}>{formatDateTime(at)}</Text>,
    },
    {
      id: 'customer', header: t('audit.column.customer'), width: 'minmax(120px, 1fr)',
      cell: ({ about }) => about === null ? muted('–') : <bdi>{about}</bdi>,
    },
    {
      id: 'by', header: t('audit.column.by'), width: 'minmax(132px, 1fr)',
      cell: (record) => (
        <Stack as="span">
          <bdi>{authorWords(words, record)}</bdi>
          {record.organizationName && <Text as="bdi" tone="muted" text="caption">{record.organizationName}</Text>}
        </Stack>
      ),
    },
    {
      id: 'through', header: t('audit.column.through'), width: 'minmax(108px, 0.6fr)',
      cell: ({ through }) => muted(t(`audit.through.${through ?? 'unknown'}`)),
    },
    {
      id: 'outcome', header: t('audit.column.outcome'), width: 'minmax(132px, 1.4fr)',
      cell: ({ outcome, refusal }) => (
        <Stack as="span" gap="half" align="start">
          <Badge tone={outcome === 'done' ? 'success' : 'caution'} icon={outcome === 'done' ? 'check' : 'refused'}>
            {t(`audit.outcome.${outcome}`)}
          </Badge>
          {refusal && <Text as="span" tone="muted" text="caption" title={refusal.detail}>{refusal.detail}</Text>}
        </Stack>
      ),
    },
    {
      id: 'changed', header: t('audit.column.changed'), width: 'minmax(168px, 1.2fr)',
      cell: (record) => {
        const lines = changeLines(words, record)
        return lines.length === 0 ? muted('–') : <Stack as="span">{lines.map((line) => <span key={line}>{line}</span>)}</Stack>
      },
    },
  ]
}

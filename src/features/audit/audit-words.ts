import type { AuditRecord } from '../../../domain/audit/schemas.ts'
import type { Values, Words } from '../../i18n/use-words.ts'

const statesOf: Partial<Record<string, string>> = {
  invitations: 'invitations.state', partnerships: 'partnerships.state', 'delegated-admin': 'delegated-admin.status',
}

/** What writes change beside a state. */
const fields = [
  'state', 'status', 'days', 'noteToMaker', 'retentionDays', 'autoExtendDuration', 'displayName', 'name', 'duration', 'roles',
  'delegatedAdmin', 'logo',
] as const

const valuesOf = ({ details }: AuditRecord): Values =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]))

/** What happened, in words; an attempt that was refused is called one. */
export function actionWords({ t, tOr }: Words, record: AuditRecord): string {
  const { action, outcome } = record
  const what = tOr(`home.event.${action}`, action, valuesOf(record))
  return outcome === 'refused' && !/^calls?\./.test(action) ? t('audit.attempt', { what }) : what
}

/** Who did it: a person, the portal itself or whoever holds the link. */
export const authorWords = ({ t }: Words, { by, through, action }: AuditRecord): string => {
  if (by) return by
  const isHolder = through === 'link' || (through === null && action.startsWith('invitation.'))
  return t(isHolder ? 'home.event.by_link_holder' : 'home.event.by_itself')
}

/** One line for each field that a write changed. */
export const changeLines = ({ t, tOr, formatList }: Words, { noun, changed }: AuditRecord): string[] =>
  Object.entries(changed ?? {}).map(([name, { before, after }]) => {
    const said = (value: string | number | boolean | null): string => {
      if (value === null || value === '') return t('audit.value.none')
      if (typeof value === 'boolean') return t(value ? 'audit.value.true' : 'audit.value.false')
      const text = String(value)
      if (noun === 'people') return formatList(text.split(', ').map((role) => tOr(`ui.role.${role}`, role)))
      return name === 'state' || name === 'status' ? tOr(`${statesOf[noun] ?? ''}.${text}`, text) : text
    }
    const field = fields.find((each) => each === name)
    return t('audit.change', { field: field ? t(`audit.field.${field}`) : name, before: said(before), after: said(after) })
  })

import type { Customer } from '../../../domain/customers/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'
import { useNow } from '../../ui/text/use-now.ts'

type Rights = Pick<Customer, 'allowDelegatedAccess' | 'gdap'>

const soonDays = 30

/** Highlights full rights and rights about to end. */
function lookOf({ allowDelegatedAccess, gdap }: Rights, daysUntil: (at: string) => number): { tone: Tone; icon: IconName } {
  if (allowDelegatedAccess) return { tone: 'caution', icon: 'key' }
  if (!gdap.active) return { tone: 'neutral', icon: 'refused' }
  const endsSoon = gdap.nextEndDateTime !== null && daysUntil(gdap.nextEndDateTime) <= soonDays
  return endsSoon ? { tone: 'caution', icon: 'clock' } : { tone: 'success', icon: 'shield' }
}

/** A partner's delegated admin rights, by colour, icon and word. */
export function AdminRights(rights: Rights) {
  const { t, daysUntil, formatDate } = useWords()
  const now = useNow()
  const { allowDelegatedAccess, gdap } = rights
  const word =
    allowDelegatedAccess && gdap.active ? t('customers.admin.both')
    : allowDelegatedAccess ? t('customers.admin.dap')
    : !gdap.active ? t('customers.admin.none')
    : gdap.nextEndDateTime ? t('customers.admin.gdap_until', { date: formatDate(gdap.nextEndDateTime) })
    : t('customers.admin.gdap')
  return <Badge {...lookOf(rights, (at) => daysUntil(at, now))}>{word}</Badge>
}

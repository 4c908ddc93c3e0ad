import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import type { Words } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import asideStyles from './aside.module.css'

/** What of the asks stands already, before anything is answered (BR-15); nothing where nothing does. */
export function StandingNote({ acceptance, words: { t } }: { acceptance: Acceptance; words: Words }) {
  const { stands, asks, inviter: { displayName: inviter } } = acceptance
  const [first] = stands
  if (!first) return null
  return (
    <p className={asideStyles.outcome}>
      <Icon name="info" size={20} />
      <span>{t(stands.length === asks.length ? 'acceptance.stands.all' : `acceptance.stands.${first}`, { inviter })}</span>
    </p>
  )
}

import type { InvitationState } from '../../../domain/invitations/states.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge, type Tone } from '../../ui/marks/badge.tsx'
import type { IconName } from '../../ui/marks/icon.tsx'

const looks: Record<InvitationState, { tone: Tone; icon: IconName }> = {
  created: { tone: 'caution', icon: 'send' },
  sent: { tone: 'waiting', icon: 'waiting' },
  forwarded: { tone: 'waiting', icon: 'forward' },
  opened: { tone: 'info', icon: 'mail' },
  returned: { tone: 'caution', icon: 'danger' },
  accepted: { tone: 'success', icon: 'success' },
  declined: { tone: 'danger', icon: 'refused' },
  withdrawn: { tone: 'neutral', icon: 'close' },
  lapsed: { tone: 'neutral', icon: 'clock' },
  failed: { tone: 'danger', icon: 'danger' },
}

export function StateBadge({ state }: { state: InvitationState }) {
  const { t } = useWords()
  return <Badge {...looks[state]}>{t(`invitations.state.${state}`)}</Badge>
}

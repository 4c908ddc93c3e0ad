import { canShowLink } from '../../../../domain/invitations/rules.ts'
import type { Invitation, InvitationWithLink } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { showLink } from '../invitation-queries.ts'

/** An invitation with its link, and the reason to show it. */
export type Shown = { made: InvitationWithLink; why: 'reissued' | 'link_shown' }

/** Asks for the link again; the audit records it. */
export function useShowLink(actor: Actor, invitation: Invitation, onLink: (shown: Shown) => void) {
  const { run, isRunning } = useAction('invitations', showLink)
  const verdict = canShowLink(actor, invitation, new Date(useNow()))
  const ask = async () => {
    const made = await run({ id: invitation.id, etag: invitation.etag })
    if (made) onLink({ made, why: 'link_shown' })
  }
  return { verdict, isRunning, ask: () => void ask() }
}

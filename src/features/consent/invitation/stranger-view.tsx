import { useEffect, useEffectEvent } from 'react'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import { isOpen } from '../../../../domain/invitations/turn.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { SignInPanel } from '../answer-bar.tsx'
import { InvitationText } from './invitation-text.tsx'

type Props = { acceptance: Acceptance; onSignIn: () => void; onOutdated: () => void }

/** An open invitation for a reader who is not signed in. `onOutdated`: it has expired. */
export function StrangerView({ acceptance, onSignIn, onOutdated }: Props) {
  const { t } = useWords()
  const isOver = !isOpen(acceptance, new Date(useNow()))
  const tellOutdated = useEffectEvent(onOutdated)
  useEffect(() => {
    if (isOver) tellOutdated()
  }, [isOver])
  return (
    <>
      <InvitationText acceptance={acceptance} />
      <SignInPanel title={t('acceptance.account.title')} button={t('acceptance.account.sign_in')} onSignIn={onSignIn} />
    </>
  )
}

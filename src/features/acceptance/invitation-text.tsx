import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import type { Elements } from '../../ui/elements.ts'
import { AcceptanceBlocks, AcceptanceIntroduction } from './acceptance-blocks.tsx'
import blockStyles from './acceptance-blocks.module.css'

/** The whole invitation as it is read before it is answered; `children` stand after who asks for what. */
export function InvitationText({ acceptance, children }: { acceptance: Acceptance; children?: Elements }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      <AcceptanceIntroduction acceptance={acceptance} words={words} />
      {children}
      <AcceptanceBlocks acceptance={acceptance} words={words} />
      <section className={blockStyles.block}>
        <h2 className={blockStyles.title}>{t('acceptance.ends.title')}</h2>
        <p>{t('acceptance.ends.here', { inviter: acceptance.inviter.displayName })}</p>
        <p>{t(`acceptance.ends.there.${acceptance.policy.acceptancePlace}`)}</p>
      </section>
    </>
  )
}

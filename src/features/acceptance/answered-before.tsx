import { useEffect, useRef } from 'react'
import type { Acceptance } from '../../../domain/invitations/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import type { Elements } from '../../ui/elements.ts'
import { Icon } from '../../ui/icon.tsx'
import pageStyles from '../../ui/refused-page.module.css'

export type AnswerLinks = { receipt: (id: string) => string; myPartners: string }

type Props = { answered: NonNullable<Acceptance['answered']>; inviter: string; links: AnswerLinks; children: Elements }

/** For people of the organisation that has answered: who did, when, its receipt, and where what was granted can be taken back (BR-37). */
export function AnsweredBefore({ answered: { answer, at, by, receiptId, hasEnded }, inviter, links, children }: Props) {
  const { t, formatDateTime } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const words = `acceptance.refused.${answer}_before` as const
  const isYes = answer === 'accepted'
  return (
    <div className={pageStyles.refused}>
      <Icon name={isYes ? 'success' : 'refused'} size={24} className={isYes ? pageStyles.done : pageStyles.mark} />
      <h1 ref={heading} tabIndex={-1}>{t(`${words}.title`)}</h1>
      <p className={pageStyles.cause}>{t('acceptance.answered.by', { person: by, date: formatDateTime(at) })}</p>
      <div className={pageStyles.ways}>
        <ButtonLink variant="accent" size="large" icon="document" to={links.receipt(receiptId)}>
          {t('acceptance.answered.receipt')}
        </ButtonLink>
        {isYes && !hasEnded && (
          <ButtonLink size="large" icon="partnerships" to={links.myPartners}>{t('acceptance.answered.my_partners')}</ButtonLink>
        )}
      </div>
      <p>{hasEnded ? t('acceptance.ended', { inviter }) : t(`${words}.fix`)}</p>
      {children}
    </div>
  )
}

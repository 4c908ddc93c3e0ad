import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Row } from '../../../ui/looks/layout.tsx'
import { PlainPage } from '../plain-page.tsx'

export type AnswerLinks = { receipt: (id: string) => string; myPartners: string }

type Props = { answered: NonNullable<Acceptance['answered']>; inviter: string; links: AnswerLinks; children: Elements }

/** For an organisation that has answered: who, when, the receipt, and where to remove what was granted (BR-37). */
export function AnsweredBefore({ answered: { answer, at, by, receiptId, hasEnded }, inviter, links, children }: Props) {
  const { t, formatDateTime } = useWords()
  const words = `acceptance.refused.${answer}_before` as const
  const isYes = answer === 'accepted'
  return (
    <PlainPage mark={isYes ? 'success' : 'refused'} title={t(`${words}.title`)}
      cause={t('acceptance.answered.by', { person: by, date: formatDateTime(at) })}>
      <Row gap={3} align="center">
        <ButtonLink variant="accent" size="large" icon="document" to={links.receipt(receiptId)}>
          {t('acceptance.answered.receipt')}
        </ButtonLink>
        {isYes && !hasEnded && (
          <ButtonLink size="large" icon="partnerships" to={links.myPartners}>{t('acceptance.answered.my_partners')}</ButtonLink>
        )}
      </Row>
      <p>{hasEnded ? t('acceptance.ended', { inviter }) : t(`${words}.fix`)}</p>
      {children}
    </PlainPage>
  )
}

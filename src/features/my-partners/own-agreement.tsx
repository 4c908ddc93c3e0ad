import { useQuery } from '@tanstack/react-query'
import type { OwnAgreement } from '../../../domain/agreements/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { myPartnerQueries } from './my-partner-requests.ts'

/** Whether the customer accepted the agreement itself, and which partners attested it (BR-66). */
export function OwnAgreementCard() {
  const { t } = useWords()
  const { data, ...query } = useQuery(myPartnerQueries.agreement())
  if (data && !data.applies) return null
  return (
    <Card title={t('agreements.title')}>
      {data ? <Said agreement={data} />
        : <NotYet compact query={query} lines={2} />}
    </Card>
  )
}

function Said({ agreement: { acceptedOn, attestations } }: { agreement: OwnAgreement }) {
  const { t, formatDate } = useWords()
  const day = (date: string) => formatDate(`${date}T00:00`)
  return (
    <Stack gap={3} align="start">
      {acceptedOn !== null
        ? <Badge tone="success">{t('my-partners.agreement.accepted', { date: day(acceptedOn) })}</Badge>
        : <p>{t('my-partners.agreement.none')}</p>}
      {attestations.length > 0 && (
        <>
          <Text as="ul" breaks>
            {attestations.map(({ partner, contact: { firstName, lastName }, dateAgreed }) => (
              <li key={partner.id}>
                {t('my-partners.agreement.attested', {
                  partner: partner.displayName, name: t('agreements.name', { firstName, lastName }), date: day(dateAgreed),
                })}
              </li>
            ))}
          </Text>
          <p><span>{t('my-partners.agreement.attested.text')}</span> <RuleLink rule="BR-66" /></p>
        </>
      )}
    </Stack>
  )
}

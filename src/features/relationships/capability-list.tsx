import { useQuery } from '@tanstack/react-query'
import type { CapabilityAction } from '../../../domain/customers/capability-actions.ts'
import type { CapabilityAnswer } from '../../../domain/customers/schemas.ts'
import type { Refusal } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import { Marked, Stack, Text } from '../../ui/looks/layout.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { useSharedReason } from '../../ui/actions/reasons-once.tsx'
import { RuleLink } from '../../ui/actions/rule-link.tsx'
import { relationshipQueries } from './relationship-requests.ts'

/** Actions with a button on the page show their verdict there. */
const withButton = ['invite', 'attest_agreement', 'ask_admin_rights_for_reseller', 'extend_relationship', 'remove_relationship'] as const
type Listed = Exclude<CapabilityAction, (typeof withButton)[number]>

type No = { action: Listed; refusal: Refusal }

/** What is possible, then what is not, each reason once with its actions and rules. */
export function CapabilityList({ tenantId }: { tenantId: string }) {
  const { t } = useWords()
  const { data, ...query } = useQuery(relationshipQueries.capabilities(tenantId))
  const answers = data?.items.flatMap(({ action, verdict }) => (isListed(action) ? [{ action, verdict }] : [])) ?? []
  const possible = answers.filter(({ verdict }) => verdict.allowed)
  return (
    <Card title={t('relationships.capabilities.title')}>
      {!data ? <NotYet compact query={query} lines={10} /> : (
        <Stack as="ul" gap={3}>
          {possible.map(({ action }) => (
            <Noted as="li" key={action} icon="check" mark="success">{t(`relationships.can.${action}`)}</Noted>
          ))}
          {byReason(answers).map((refused) => <NotPossible key={refused[0].action} refused={refused} />)}
        </Stack>
      )}
    </Card>
  )
}

function NotPossible({ refused }: { refused: readonly [No, ...No[]] }) {
  const { t } = useWords()
  const { code, params, whoMay } = refused[0].refusal
  const sharedId = useSharedReason(refused[0].refusal)
  return (
    <Marked as="li">
      <Icon name="close" tone="muted" />
      <Stack gap={1}>
        <p>{t('relationships.capability.no')}</p>
        <Text as="ul" list="disc" aria-describedby={sharedId}>
          {refused.map(({ action, refusal: { rule } }) => (
            <li key={action}><span>{t(`relationships.can.${action}`)}</span> {rule && <RuleLink rule={rule} />}</li>
          ))}
        </Text>
        {!sharedId && <Reason refusal={{ code, ...(params && { params }), ...(whoMay && { whoMay }) }} />}
      </Stack>
    </Marked>
  )
}

const isListed = (action: CapabilityAction): action is Listed => !withButton.some((each) => each === action)

/** Groups refusals by sentence. */
function byReason(answers: readonly { action: Listed; verdict: CapabilityAnswer['verdict'] }[]): [No, ...No[]][] {
  const groups = new Map<string, [No, ...No[]]>()
  for (const { action, verdict } of answers) {
    if (verdict.allowed) continue
    const refusal = verdict as Refusal
    const sentence = JSON.stringify([refusal.code, refusal.params, refusal.whoMay])
    const group = groups.get(sentence)
    if (group) group.push({ action, refusal })
    else groups.set(sentence, [{ action, refusal }])
  }
  return [...groups.values()]
}

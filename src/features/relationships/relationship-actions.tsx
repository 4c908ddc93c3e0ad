import { useQuery } from '@tanstack/react-query'
import type { CapabilityAction } from '../../../domain/customers/capability-actions.ts'
import type { Customer } from '../../../domain/customers/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Card } from '../../ui/looks/card.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { ReasonsOnce, SharedReasons } from '../../ui/actions/reasons-once.tsx'
import { AskForReseller } from './ask-for-reseller.tsx'
import { ExtendRelationship } from './extend-relationship.tsx'
import { relationshipQueries } from './relationship-requests.ts'
import { RemoveRelationship } from './remove-relationship.tsx'

type Props = { actor: Actor; customer: Customer; onRemoved: () => void }

/** The relationship's actions, possible or refused with a reason (BR-29, BR-54e, BR-60). */
export function RelationshipActions({ actor, customer, onRemoved }: Props) {
  const { t } = useWords()
  const { data, ...query } = useQuery(relationshipQueries.capabilities(customer.id))
  const mayDo = (action: CapabilityAction) => data?.items.find((each) => each.action === action)?.verdict as Verdict | undefined
  const [ask, extend, remove] = [mayDo('ask_admin_rights_for_reseller'), mayDo('extend_relationship'), mayDo('remove_relationship')]
  return (
    <Card title={t('relationship-actions.title')}>
      {!ask || !extend || !remove ? <NotYet compact query={query} lines={4} />
      : (
        <Stack gap={4} align="start">
          <ReasonsOnce>
            <div>
              <SharedReasons />
              <Stack gap={4} align="start">
                <AskForReseller customer={customer} verdict={ask} />
                <ExtendRelationship actor={actor} customer={customer} verdict={extend} />
              </Stack>
            </div>
          </ReasonsOnce>
          <RemoveRelationship customer={customer} verdict={remove} own={actor.organization} onRemoved={onRemoved} />
        </Stack>
      )}
    </Card>
  )
}

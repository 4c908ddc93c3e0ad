import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Customer } from '../../../domain/customers/schemas.ts'
import { canExtendRelationship } from '../../../domain/partnerships/extension.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { firstRefusal, type Verdict } from '../../../domain/verdict.ts'
import { firstPartnerships } from '../../api/shared-readings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ExtendDialog } from './extend-dialog.tsx'

type Props = { actor: Actor; customer: Customer; verdict: Verdict }

/** A direct partner that turns indirect shares the customer with a provider; others read why not (BR-54e). */
export function ExtendRelationship({ actor, customer, verdict }: Props) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery({ ...firstPartnerships(), enabled: verdict.allowed })
  const providers = data?.items
    .filter(({ state, reseller }) => state === 'active' && reseller.id === actor.organization.id)
    .map(({ provider }) => provider)
  const facts = { actor, customer, isTransitioning: true, hasActivePartnership: providers?.length !== 0 }
  const may = firstRefusal(
    () => verdict,
    () => canExtendRelationship({ ...facts, customerConsents: true }),
  )
  return (
    <>
      <ActionButton icon="partnerships" verdict={may} pending={verdict.allowed && !data}
        onPress={() => setAsking(true)}>
        {t('relationship-actions.extend')}
      </ActionButton>
      <ExtendDialog isOpen={isAsking} customer={customer} providers={providers ?? []} onClose={() => setAsking(false)}
        mayWith={(customerConsents) => canExtendRelationship({ ...facts, customerConsents })} />
    </>
  )
}

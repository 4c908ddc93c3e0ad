import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { dayMs } from '../../../../domain/calendar/days.ts'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import { asksOf } from '../../../../domain/invitations/acceptance/answer-transitions.ts'
import type { Acceptance } from '../../../../domain/invitations/schemas.ts'
import { sellerOf } from '../../../../domain/invitations/seller.ts'
import { unchangedByAcceptance } from '../../../../domain/invitations/states.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { allPartnerships } from '../../../api/shared-readings.ts'
import { useWords, wordsIn, type Words } from '../../../i18n/use-words.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { SkeletonLines } from '../../../ui/waiting/skeleton.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import styles from './invitation-form.module.css'
import { asksRestore, companyIn, type InvitationForm } from './invitation-form.ts'

/** Renders what a customer reads. */
export type DrawAcceptance = (acceptance: Acceptance, words: Words) => ReactNode

type Props = { actor: Actor; policy: CloudPolicy; draw: DrawAcceptance }

/** Previews what the customer will read, in its language. */
export function InvitationPreview({ actor, policy, draw }: Props) {
  const { t } = useWords()
  const id = useId()
  const { control } = useFormContext<InvitationForm>()
  const now = useNow()
  const form = useWatch({ control }) as InvitationForm
  const { data: words } = useQuery({
    queryKey: ['words', form.language], queryFn: () => wordsIn(form.language), staleTime: Infinity, placeholderData: (before) => before,
  })
  const { data: partnerships } = useQuery({ ...allPartnerships(), enabled: form.delivery === 'via_reseller' })
  const chosen = partnerships?.find(({ reseller }) => reseller.id === form.resellerId)
  const reseller = form.delivery === 'via_reseller' ? chosen?.reseller.displayName : undefined
  return (
    <Stack as="section" gap={2} className={styles.preview} aria-labelledby={id}>
      <Text as="h2" text="strong" id={id}>{t('invitations.new.preview')}</Text>
      <Stack gap={4} className={styles.paper} lang={words?.locale}>
        {words ? draw(acceptanceFrom(form, { actor, policy, reseller, now }), words) : <SkeletonLines lines={8} />}
      </Stack>
    </Stack>
  )
}

const nothingProven = { domains: [], hasSignedIn: false, imitates: null, logo: null }

type Around = { actor: Actor; policy: CloudPolicy; reseller: string | undefined; now: number }

function acceptanceFrom(form: InvitationForm, { actor, policy, reseller, now }: Around): Acceptance {
  const { organization: maker, user } = actor
  const days = Number.isFinite(form.expiresInDays) ? form.expiresInDays : 0
  return {
    state: 'created',
    language: form.language,
    cloud: maker.cloud,
    inviter: { displayName: maker.displayName, domain: maker.domain, country: maker.country, standing: nothingProven },
    through: reseller === undefined ? null : { displayName: reseller, domain: '' },
    seller: sellerOf(maker, reseller !== undefined),
    contact: { person: user.displayName, organization: maker.displayName, email: user.email },
    invited: form.invitee === 'named' ? { companyName: companyIn(form), tenantId: form.customer.tenantId || null } : null,
    asks: asksOf({ kind: asksRestore(form) ? 'restore' : 'new', includeDap: form.includeDap }),
    doesNotChange: [...unchangedByAcceptance],
    policy,
    agreement: policy.customerAgreement ? 'asked' : 'not_applicable',
    expiresAt: new Date(now + Math.min(Math.max(days, 0), 365) * dayMs).toISOString(),
    answered: null,
    stands: [],
  }
}

import { offered } from '../../../../domain/answers/decision.ts'
import { factsOf } from '../../../../domain/gdap/granted-facts.ts'
import { canRequestGdap, canTerminate } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { ownPolicy } from '../../../api/own-policy.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { ConfirmedAction } from '../confirmed-action.tsx'
import { askGdap } from '../gdap-queries.ts'

type Props = { actor: Actor; relationship: GdapRelationshipDetail; onActed: () => void }

/** Terminates it, after confirming what is lost and what stays (BR-94). */
export function TerminateAction({ actor, relationship, onActed }: Props) {
  const { t } = useWords()
  const terminate = useAction('delegated-admin', askGdap)
  const { id, etag, partner, told } = relationship
  const customer = relationship.customer?.displayName ?? ''
  const whom = told.length > 1 ? 'both' : (told[0] ?? 'nobody')
  const onConfirm = async () => {
    onActed()
    if (await terminate.run({ id, etag, action: 'terminate' })) showToast(t('delegated-admin.terminate.done'))
  }
  return (
    <ConfirmedAction verdict={offered(canTerminate(actor, factsOf(relationship)))} icon="refused" isFinal
      label={t('delegated-admin.terminate')} title={t('delegated-admin.terminate.title', { name: relationship.displayName })}
      changes={[
        t('delegated-admin.terminate.changes.access', { customer }), t('delegated-admin.terminate.changes.final'),
        t('delegated-admin.terminate.changes.mail', { told: whom, partner: partner.displayName, customer }),
      ]}
      keeps={[t('delegated-admin.terminate.keeps.reseller'), t('delegated-admin.terminate.keeps.subscriptions')]}
      pending={terminate.isRunning} onConfirm={onConfirm} />
  )
}

type RenewProps = { actor: Actor; isOver: boolean; onRenew: () => void }

/** Starts a new request from this one: ended ones cannot return (BR-90). */
export function RenewAction({ actor, isOver, onRenew }: RenewProps) {
  const { t } = useWords()
  const verdict = canRequestGdap(actor, ownPolicy())
  return (
    <Stack gap={1} align="start">
      <ActionButton icon="document" variant={isOver && verdict.allowed ? 'accent' : 'plain'} verdict={verdict} onPress={onRenew}>
        {t('delegated-admin.renew')}
      </ActionButton>
      {verdict.allowed && <Text tone="muted" text="caption">{t('delegated-admin.renew.hint')}</Text>}
    </Stack>
  )
}

import { extendsItself } from '../../../../domain/gdap/term/durations.ts'
import { factsOf } from '../../../../domain/gdap/granted-facts.ts'
import { canChangeRoles, canSetAutoExtend } from '../../../../domain/gdap/relationship-rules.ts'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import type { GdapRelationshipDetail } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { ConfirmedAction } from '../confirmed-action.tsx'
import { changeGdap } from '../gdap-queries.ts'

type Props = { actor: Actor; relationship: GdapRelationshipDetail; onActed: () => void }

/** Turns auto-extend on or off; where Global administrator blocks it, offers its removal (BR-87, BR-88). */
export function ExtendAction({ actor, relationship, onActed }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const change = useAction('delegated-admin', changeGdap)
  const facts = factsOf(relationship)
  const isOn = extendsItself(facts.autoExtendDuration)
  const wanted = isOn ? 'PT0S' : 'P180D'
  const verdict = canSetAutoExtend(actor, facts, wanted, now)
  const { id, etag } = relationship
  const toggle = async () => {
    onActed()
    if (await change.run({ id, etag, change: { autoExtendDuration: wanted } }))
      showToast(t(isOn ? 'delegated-admin.extend.off.done' : 'delegated-admin.extend.on.done'))
  }
  const button = (
    <Stack gap={1} align="start">
      <ActionButton icon={isOn ? 'close' : 'refresh'} verdict={verdict} pending={change.isRunning} onPress={() => void toggle()}>
        {t(isOn ? 'delegated-admin.extend.off' : 'delegated-admin.extend.on')}
      </ActionButton>
      {verdict.allowed && (
        <Text tone="muted" text="caption">{t(isOn ? 'delegated-admin.extend.off.hint' : 'delegated-admin.extend.on.hint')}</Text>
      )}
    </Stack>
  )
  if (!facts.roles.includes(globalAdministrator)) return button
  return (
    <Stack gap={3} align="start" callout="caution" box="caution-soft" pad={3}>
      {button}
      <RemoveGlobalAdministrator actor={actor} relationship={relationship} onActed={onActed} />
    </Stack>
  )
}

function RemoveGlobalAdministrator({ actor, relationship, onActed }: Props) {
  const { t } = useWords()
  const now = new Date(useNow())
  const change = useAction('delegated-admin', changeGdap)
  const facts = factsOf(relationship)
  const kept = facts.roles.filter((role) => role !== globalAdministrator)
  const { id, etag } = relationship
  const onConfirm = async () => {
    onActed()
    const unifiedRoles = kept.map((roleDefinitionId) => ({ roleDefinitionId }))
    if (await change.run({ id, etag, change: { accessDetails: { unifiedRoles } } }))
      showToast(t('delegated-admin.remove_global.done'))
  }
  return (
    <ConfirmedAction verdict={canChangeRoles(actor, facts, kept, now)} icon="shield" isFinal
      label={t('delegated-admin.remove_global')} title={t('delegated-admin.remove_global.title')}
      changes={[t('delegated-admin.remove_global.changes.lost'), t('delegated-admin.remove_global.changes.final')]}
      keeps={[
        t('delegated-admin.remove_global.keeps.roles', { count: kept.length }), t('delegated-admin.remove_global.keeps.end'),
        t('delegated-admin.remove_global.keeps.consent'),
      ]}
      pending={change.isRunning} onConfirm={onConfirm} />
  )
}

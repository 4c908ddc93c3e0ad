import { useId, useState } from 'react'
import { extendsItself } from '../../../../domain/gdap/term/durations.ts'
import { factsOf } from '../../../../domain/gdap/granted-facts.ts'
import { canSetAutoExtend } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { joined } from '../../../ui/joined.ts'
import { Marked, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Reason } from '../../../ui/actions/reason.tsx'
import { useSharedReason } from '../../../ui/actions/reasons-once.tsx'
import { showToast } from '../../../ui/overlays/toast.ts'
import { useAction } from '../../../ui/actions/use-action.ts'
import { useNow } from '../../../ui/text/use-now.ts'
import { changeGdap } from '../gdap-queries.ts'
import styles from './auto-extend-switch.module.css'

/** Lets the customer turn auto-extend on or off, or says why not (BR-87, BR-89). */
export function AutoExtendSwitch({ relationship, actor }: { relationship: GdapRelationshipOnWire; actor: Actor }) {
  const { t } = useWords()
  const id = useId()
  const { run, isRunning } = useAction('delegated-admin', changeGdap)
  // Shows and builds on the choice until its row arrives.
  const [chosen, setChosen] = useState<{ over: readonly string[]; etag: string; isOn: boolean }>()
  const facts = factsOf(relationship)
  const { over, etag, isOn } = chosen?.over.includes(relationship.etag)
    ? chosen
    : { over: [], etag: relationship.etag, isOn: extendsItself(facts.autoExtendDuration) }
  const wanted = isOn ? 'PT0S' : 'P180D'
  const verdict = canSetAutoExtend(actor, facts, wanted, new Date(useNow()))
  const turn = async () => {
    const next = { over: [...over, etag], etag, isOn: !isOn }
    setChosen(next)
    const { partner: { displayName: partner } } = relationship
    const saved = await run({ id: relationship.id, etag, change: { autoExtendDuration: wanted } })
    setChosen(saved && { ...next, etag: saved.etag })
    if (saved) showToast(t(isOn ? 'approval.auto_extend.off' : 'approval.auto_extend.on', { partner }))
  }
  const isRefused = !verdict.allowed
  const sharedId = useSharedReason(verdict.allowed ? undefined : verdict)
  return (
    <Marked gap={3} align="start" onScreen className={styles.row} data-refused={isRefused || undefined}>
      <input id={id} type="checkbox" role="switch" className={styles.switch} checked={isOn} aria-checked={isOn}
        aria-disabled={isRefused || isRunning || undefined}
        aria-describedby={joined(`${id}-help`, isRefused && (sharedId ?? `${id}-why`))}
        onChange={() => {
          if (!isRefused && !isRunning) void turn()
        }} />
      <Stack gap="half" align="start" className={styles.words}>
        <label htmlFor={id}>{t('approval.auto_extend')}</label>
        <Text as="div" id={`${id}-help`} tone="muted" text="caption">
          {t(isOn ? 'approval.auto_extend.help_on' : 'approval.auto_extend.help_off')}
        </Text>
        {isRefused && !sharedId && <Reason id={`${id}-why`} refusal={verdict} />}
      </Stack>
    </Marked>
  )
}

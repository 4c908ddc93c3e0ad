import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { authorizationEffects, canAuthorizePartnership, checkConsent } from '../../../domain/partnerships/lifecycle.ts'
import type { Partnership } from '../../../domain/partnerships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { complaintsAt } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ChangeList } from '../../ui/lists/change-list.tsx'
import { Checkbox } from '../../ui/forms/checkbox.tsx'
import { useTyped } from '../../ui/forms/use-typed.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { authorizationInputs, authorizePartnership } from './partnership-queries.ts'
import styles from './partnerships.module.css'

const keeps = new Set<(typeof authorizationEffects)[number]>(['customers_stay'])

/** The reseller reads a request, ticks the box, and authorises (BR-50, BR-53). */
export function AuthorizePartnership({ actor, partnership }: { actor: Actor; partnership: Partnership }) {
  const { t, refusalText } = useWords()
  const boxId = useId()
  const [isAsking, setAsking] = useTyped(`authorizing ${partnership.id}`, false)
  const [isTicked, setTicked] = useTyped(`consent to ${partnership.id}`, false)
  const [complaint, setComplaint] = useState<string>()
  const authorize = useAction('partnerships', (input: Pick<Partnership, 'id' | 'etag'> & { consent: boolean }, key) =>
    authorizePartnership(input, key).catch((error: unknown) => ({ complaint: complaintsAt(authorizationInputs, error)['/consent'] })),
  )
  const provider = partnership.provider.displayName
  const effects = (kept: boolean) =>
    authorizationEffects
      .filter((effect) => keeps.has(effect) === kept)
      .map((effect) => t(`partnerships.authorize.effect.${effect}`, { provider }))

  const close = () => {
    setAsking(false)
    setTicked(false)
    setComplaint(undefined)
  }
  const complain = (about: string | undefined) => {
    // Renders before the focus moves, so that the complaint scrolls into view.
    flushSync(() => setComplaint(about))
    document.getElementById(boxId)?.focus()
  }
  const submit = async () => {
    const consent = checkConsent(isTicked)
    if (!consent.allowed) return complain(refusalText(consent))
    const answer = await authorize.run({ id: partnership.id, etag: partnership.etag, consent: isTicked })
    if (answer && 'complaint' in answer) return complain(answer.complaint)
    close()
    if (answer) showToast(t('partnerships.authorize.done', { provider }))
    return undefined
  }
  return (
    <>
      <ActionButton variant="accent" icon="check" verdict={canAuthorizePartnership(actor, partnership, partnership.agreementSigned)}
        onPress={() => setAsking(true)}>
        {t('partnerships.authorize')}
      </ActionButton>
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t('partnerships.authorize.title', { provider })}
        act={{ variant: 'accent', pending: authorize.isRunning, onPress: () => void submit(), children: t('partnerships.authorize') }}>
        <Stack gap={5} className={styles.consent}>
          <ChangeList changes={effects(false)} keeps={[...effects(true), t('partnerships.authorize.removable')]} />
          <Checkbox id={boxId} label={t('partnerships.authorize.consent', { provider })} checked={isTicked}
            error={isTicked ? undefined : complaint} onChange={({ target }) => setTicked(target.checked)} />
        </Stack>
      </ConfirmDialog>
    </>
  )
}

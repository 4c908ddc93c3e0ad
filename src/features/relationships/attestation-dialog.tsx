import { zodResolver } from '@hookform/resolvers/zod'
import { useId } from 'react'
import { checkAgreementDate, latestDay } from '../../../domain/agreements/rules.ts'
import { Attestation } from '../../../domain/agreements/schemas.ts'
import { addressFaults } from '../../../domain/words-of-others/address.ts'
import { complaintsAt } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { Form } from '../../ui/forms/form.tsx'
import { Box, Columns } from '../../ui/looks/layout.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { useNow } from '../../ui/text/use-now.ts'
import { useTypedForm } from '../../ui/forms/use-typed-form.ts'
import { attestAgreement, attestationInputs } from './relationship-requests.ts'

type Props = { isOpen: boolean; tenantId: string; customer: string; onClose: () => void }
type Field = keyof Attestation

const fields = {
  firstName: {},
  lastName: {},
  email: { type: 'email', inputMode: 'email', spellCheck: false },
  phoneNumber: { type: 'tel', inputMode: 'tel', optional: true },
  dateAgreed: { type: 'date' },
} as const satisfies Record<Field, object>
const names = Object.keys(fields) as Field[]
/** Emptied fields hold '', so that an empty form equals its start. */
const defaultValues: Partial<Attestation> = Object.fromEntries(names.map((name) => [name, undefined]))

/** Who accepted for the customer, and when; optional phone, no future day (BR-67). Keeps the values until cancelled. */
export function AttestationDialog({ isOpen, tenantId, customer, onClose }: Props) {
  const { t, refusalText } = useWords()
  const id = useId()
  const now = new Date(useNow())
  const { form } = useTypedForm<Attestation>('attestation', { resolver: zodResolver(Attestation), defaultValues })
  const { register, reset, handleSubmit, setError, formState: { errors } } = form
  const attest = useAction('customers', (attestation: Attestation, key) =>
    attestAgreement({ tenantId, ...attestation }, key).catch((error: unknown) => ({
      complaints: complaintsAt(attestationInputs, error),
    })),
  )

  const close = () => {
    reset()
    onClose()
  }
  const save = async (attestation: Attestation) => {
    const day = checkAgreementDate(attestation.dateAgreed, now)
    if (!day.allowed) return setError('dateAgreed', { type: 'said', message: `${refusalText(day)} (${day.rule})` })
    const answer = await attest.run(attestation)
    if (answer && 'complaints' in answer) {
      for (const name of names) {
        const message = answer.complaints[`/${name}`]
        if (message) setError(name, { type: 'said', message })
      }
      return undefined
    }
    if (!answer) return onClose()
    close()
    showToast(t('agreements.attest.done'))
    return undefined
  }
  const complaintAt = (name: Field) => {
    const error = errors[name]
    const fault = addressFaults.find((each) => each === error?.message)
    if (fault) return t(`invitations.error.${fault}`)
    return error && (error.type === 'said' ? error.message : t(`agreements.error.${name}`))
  }
  return (
    <ConfirmDialog isOpen={isOpen} onClose={onClose} onCancel={close} title={t('agreements.attest.title', { customer })}
      act={{ type: 'submit', form: id, variant: 'accent', pending: attest.isRunning, children: t('agreements.attest') }}>
      <Columns as={Form} id={id} of="repeat(auto-fit, minmax(200px, 1fr))" gap={4} onSubmit={handleSubmit(save)}>
        <Box as="p" spans tone="muted">{t('agreements.attest.hint')}</Box>
        {names.map((name) => (
          <TextField key={name} label={t(`agreements.field.${name}`)} error={complaintAt(name)} {...fields[name]}
            {...(name === 'dateAgreed' ? { max: latestDay(now) } : {})}
            {...register(name, { setValueAs: (value: string | undefined) => value?.trim() || undefined })} />
        ))}
      </Columns>
    </ConfirmDialog>
  )
}

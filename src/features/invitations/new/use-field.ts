import { get, type RegisterOptions, useFormContext } from 'react-hook-form'
import { useWords } from '../../../i18n/use-words.ts'
import { complaintOf, type InvitationField, type InvitationForm } from './invitation-form.ts'

/** What a control of the form needs: its registration and the complaint about it. */
export function useField() {
  const { t } = useWords()
  const { control, register, formState: { errors } } = useFormContext<InvitationForm>()
  const complaint = (name: InvitationField): string | undefined => {
    const error = get(errors, name) as { type?: unknown; message?: string } | undefined
    if (!error) return undefined
    const found = complaintOf(name, error)
    return 'said' in found ? found.said : t(found.id)
  }
  const field = (name: InvitationField, options?: RegisterOptions<InvitationForm, InvitationField>) =>
    ({ ...register(name, options), error: complaint(name) })
  return { control, complaint, field }
}

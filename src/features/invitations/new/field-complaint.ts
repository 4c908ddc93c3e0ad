import { get, useFormContext } from 'react-hook-form'
import { useWords } from '../../../i18n/use-words.ts'
import { complaintOf, type InvitationField, type InvitationForm } from './invitation-form.ts'

export function useComplaint(): (field: InvitationField) => string | undefined {
  const { t } = useWords()
  const { formState: { errors } } = useFormContext<InvitationForm>()
  return (field) => {
    const error = get(errors, field) as { type?: unknown; message?: string } | undefined
    if (!error) return undefined
    const complaint = complaintOf(field, error)
    return 'said' in complaint ? complaint.said : t(complaint.id)
  }
}

import { zodResolver } from '@hookform/resolvers/zod'
import { useId, useState } from 'react'
import { z } from 'zod'
import { type CustomerChange, type CustomerInFull, CustomerTags } from '../../../domain/customers/schemas.ts'
import { mostTags } from '../../../domain/customers/tags.ts'
import { longest } from '../../../domain/words-of-others/lengths.ts'
import { Line, Lines } from '../../../domain/words-of-others/schemas.ts'
import { complaintsAt } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { Form } from '../../ui/forms/form.tsx'
import { TextArea } from '../../ui/forms/text-area.tsx'
import { TextField } from '../../ui/forms/text-field.tsx'
import { useTypedForm } from '../../ui/forms/use-typed-form.ts'
import { Stack } from '../../ui/looks/layout.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { describeCustomer, descriptionInputs } from './customer-queries.ts'

type Props = { isOpen: boolean; customer: CustomerInFull; onClose: () => void; onOver: () => void }

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
const Description = z.object({
  alias: Line(longest.name), notes: Lines(longest.notesOfCustomer), tags: z.string().transform(linesOf).pipe(CustomerTags.shape.tags),
})
type Typed = z.input<typeof Description>

/** Sends what was changed alone, so that a colleague's change of the rest stays. Keeps what was typed until it is saved or cancelled. */
export function DescriptionDialog({ isOpen, customer, onClose, onOver }: Props) {
  const { t } = useWords()
  const id = useId()
  const [begunWith, setBegunWith] = useState<string | undefined>(customer.etag)
  const { form, saved } = useTypedForm<Typed, z.output<typeof Description>>('description', {
    resolver: zodResolver(Description),
    defaultValues: { alias: customer.alias ?? '', notes: customer.notes ?? '', tags: customer.tags.join('\n') },
  })
  const { register, handleSubmit, setError, formState: { errors, dirtyFields } } = form
  const save = useAction('customers', (change: CustomerChange, key) =>
    describeCustomer({ id: customer.id, etag: begunWith ?? customer.etag, ...change }, key).catch((error: unknown) => ({
      complaints: complaintsAt(descriptionInputs, error),
    })),
  )
  const submit = async (typed: CustomerChange) => {
    const changed = Object.fromEntries(Object.entries(typed).filter(([name]) => dirtyFields[name as keyof Typed]))
    const answer = await save.run(changed)
    if (answer && 'complaints' in answer) {
      for (const name of ['alias', 'tags', 'notes'] as const) {
        const message = answer.complaints[`/${name}`]
        if (message) setError(name, { type: 'said', message })
      }
      return
    }
    // Whoever was told that the row has changed decides by the present one.
    if (!answer) return setBegunWith(undefined)
    saved()
    onOver()
    showToast(t('customers.detail.description.saved'))
  }
  const tooLong = (name: 'alias' | 'notes', count: number) => {
    const error = errors[name]
    return error && (error.type === 'said' ? error.message : t('customers.detail.too_long', { count }))
  }
  const tagsError = errors.tags && (errors.tags.type === 'said' ? errors.tags.message
    : t('customers.detail.tags.error', { most: mostTags, count: longest.tag }))
  return (
    <ConfirmDialog isOpen={isOpen} onClose={onClose} onCancel={onOver} title={t('customers.detail.description.edit')}
      act={{ type: 'submit', form: id, variant: 'accent', pending: save.isRunning, children: t('customers.detail.description.save') }}>
      <Stack as={Form} id={id} gap={4} onSubmit={handleSubmit(submit)}>
        <TextField label={t('customers.detail.alias')} description={t('customers.detail.alias.help')} optional
          error={tooLong('alias', longest.name)} {...register('alias')} />
        <TextArea label={t('customers.detail.tags')} description={t('customers.detail.tags.help')} optional error={tagsError}
          {...register('tags')} />
        <TextArea label={t('customers.detail.notes')} optional rows={6} error={tooLong('notes', longest.notesOfCustomer)}
          {...register('notes')} />
      </Stack>
    </ConfirmDialog>
  )
}

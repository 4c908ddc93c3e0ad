import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ChangeEvent, type ComponentProps, useEffect, useState } from 'react'
import { useFormContext, type UseFormReturn, useWatch } from 'react-hook-form'
import { canBeNamed } from '../../../../domain/gdap/relationship-rules.ts'
import type { GdapDraft } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { useDebounced } from '../../../ui/lists/use-debounced.ts'
import { Line, Stack } from '../../../ui/looks/layout.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { gdapQueries } from '../gdap-queries.ts'
import { type RequestForm, resellerOf } from './request-form.ts'
import styles from './request.module.css'
import { freeName, type NameStem } from './suggested-name.ts'

type Props = NameWriting & {
  /** A draft may keep its own name. */
  own: string | undefined
}

/** BR-82: checks the name's form and, while typing, whether its owner has it already. */
export function NameField({ own, onWrite, onHold }: Props) {
  const { t, refusalText } = useWords()
  const { register, formState: { errors, isSubmitted } } = useFormContext<RequestForm>()
  const values = useWatch<RequestForm>() as RequestForm
  const name = values.displayName.trim()
  const resellerId = resellerOf(values)
  const asked = useDebounced(name, 300)
  const isSpelled = canBeNamed(name, false)
  const isAsked = isSpelled.allowed && name !== own && (values.whose === 'own' || resellerId !== undefined)
  const { data, isFetching } = useQuery({ ...gdapQueries.nameTaken(asked, resellerId), enabled: isAsked && asked === name })
  const answer = isAsked && asked === name && data ? canBeNamed(name, data.taken) : undefined
  const said = errors.displayName?.message
  const error = said
    || (isSpelled.allowed ? undefined : name !== '' || isSubmitted ? refusalText(isSpelled) : undefined)
    || (answer && !answer.allowed ? refusalText(answer) : undefined)
  const field: ComponentProps<typeof TextField> = {
    ...register('displayName', { onChange: (_: ChangeEvent) => onWrite(), onBlur: () => onHold(false) }),
    label: t('gdap-requests.name'), onFocus: () => onHold(true),
  }
  return (
    <Stack gap={1} ruled="after" pad="0 0 6">
      <TextField {...field} spellCheck={false} autoCapitalize="none" error={error} description={t('gdap-requests.name.hint')} />
      <Line as="p" role="status" gap={1} align="center" tone="muted" text="caption" className={styles.nameStatus}>
        {!error && isAsked && (isFetching || asked !== name) && <span>{t('gdap-requests.name.checking')}</span>}
        {!error && answer?.allowed && <><Icon name="check" /><span>{t('gdap-requests.name.free')}</span></>}
        {!said && answer && !answer.allowed && <span className="visually-hidden">{refusalText(answer)}</span>}
      </Line>
    </Stack>
  )
}

type NameWriting = {
  /** The person types a name, which ends suggestions. */
  onWrite: () => void
  /** Pauses suggestions while the field has the focus. */
  onHold: (isHeld: boolean) => void
}

/** Suggests a free name as owner, customer and roles change, until the person types one. */
export function useSuggestedName(
  form: UseFormReturn<RequestForm, unknown, GdapDraft>, wanted: NameStem | null, resellerId: string | undefined,
): NameWriting {
  const queries = useQueryClient()
  const [isWritten, setWritten] = useState(wanted === null)
  const [isHeld, setHeld] = useState(false)
  const { stem, from } = wanted ?? { stem: '', from: 1 }
  const { data } = useQuery({
    queryKey: ['delegated-admin', 'free-name', stem, from, resellerId],
    queryFn: () => freeName({ stem, from }, async (name) => (await queries.fetchQuery(gdapQueries.nameTaken(name, resellerId))).taken),
    enabled: !isWritten && stem !== '',
  })
  const { setValue } = form
  useEffect(() => {
    if (!isWritten && !isHeld && data !== undefined) setValue('displayName', data, { shouldValidate: true })
  }, [data, isWritten, isHeld, setValue])
  return { onWrite: () => setWritten(true), onHold: setHeld }
}

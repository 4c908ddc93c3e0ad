import { Controller, useFormContext } from 'react-hook-form'
import type { Actor } from '../../../../domain/session/actor.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Stack } from '../../../ui/looks/layout.tsx'
import { DurationChoice } from './duration-choice.tsx'
import { ExtendChoice } from './extend-choice.tsx'
import type { RequestForm } from './request-form.ts'
import styles from './request.module.css'
import { RoleFields } from './role-fields.tsx'

export function TermsFields({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { control } = useFormContext<RequestForm>()
  return (
    <Controller control={control} name="roles" render={({ field: roles, fieldState }) => (
      <>
        <RoleFields actor={actor} roles={roles.value} error={fieldState.error?.message} onChange={roles.onChange} />
        <Stack as="fieldset" gap={4} ruled="after" pad="0 0 6" className={styles.section}>
          <Box as="legend" after={2} text="title">{t('gdap-requests.days')}</Box>
          <Controller control={control} name="days" render={({ field, fieldState: { error } }) => (
            <DurationChoice days={field.value} onChange={field.onChange}
              error={error && (error.message || t('gdap-requests.error.days'))} />
          )} />
          <Controller control={control} name="autoExtend" render={({ field, fieldState: { error } }) => (
            <ExtendChoice roles={roles.value} wanted={field.value} error={error?.message} onWant={field.onChange}
              onRoles={roles.onChange} />
          )} />
        </Stack>
      </>
    )} />
  )
}

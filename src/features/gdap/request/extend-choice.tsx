import { useRef } from 'react'
import { globalAdministrator } from '../../../../domain/gdap/roles/catalogue.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { Stack } from '../../../ui/looks/layout.tsx'
import { mayExtend } from './request-form.ts'
import styles from './request.module.css'

type Props = {
  roles: readonly string[]
  wanted: boolean
  error?: string | undefined
  onWant: (wanted: boolean) => void
  onRoles: (roles: string[]) => void
}

/** Half a year more at the end, by itself; not with Global administrator, which the fix beside it takes out (BR-86, BR-87). */
export function ExtendChoice({ roles, wanted, error, onWant, onRoles }: Props) {
  const { t } = useWords()
  const verdict = mayExtend(roles)
  const box = useRef<HTMLInputElement>(null)
  return (
    <Stack gap={2} align="start" className={styles.extend}>
      <Checkbox ref={box} label={t('gdap-requests.extend')} description={t('gdap-requests.extend.hint')}
        checked={wanted && verdict.allowed} error={error} refusal={verdict.allowed ? undefined : verdict}
        onChange={(event) => {
          if (verdict.allowed) onWant(event.target.checked)
        }} />
      {!verdict.allowed && (
        <Button icon="close" onPress={() => {
          // The button goes away with the role; what it was in the way of takes the focus.
          box.current?.focus()
          onRoles(roles.filter((id) => id !== globalAdministrator))
        }}>
          {t('gdap-requests.extend.remove_global')}
        </Button>
      )}
    </Stack>
  )
}

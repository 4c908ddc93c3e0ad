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

/** Auto-extend by half a year; Global administrator excludes it and can be removed here (BR-86, BR-87). */
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
          // The button vanishes with the role; the box takes its focus.
          box.current?.focus()
          onRoles(roles.filter((id) => id !== globalAdministrator))
        }}>
          {t('gdap-requests.extend.remove_global')}
        </Button>
      )}
    </Stack>
  )
}

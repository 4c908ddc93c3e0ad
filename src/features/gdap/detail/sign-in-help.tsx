import { useState } from 'react'
import { signInAdvice } from '../../../../domain/gdap/advice.ts'
import type { RuleId } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Box, Stack, Text } from '../../../ui/looks/layout.tsx'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import styles from './sign-in-help.module.css'

type Cause = ReturnType<typeof signInAdvice>[number]

const rules: Record<Cause, RuleId> = { guest_accounts: 'BR-97', conditional_access: 'BR-100' }

/** People paste the whole message: AADSTS900309: … */
const numberIn = (text: string): string | undefined => /\d{4,}/.exec(text)?.[0]

/** What to check when somebody with access cannot sign in, the likeliest first, by Microsoft's error number. */
export function SignInHelp() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const causes = signInAdvice(numberIn(text))
  return (
    <Box as="details" card pad="3 4" className={styles.help}>
      <summary>{t('delegated-admin.sign_in')}</summary>
      <Stack gap={4} before={3}>
        <TextField label={t('delegated-admin.sign_in.number')} description={t('delegated-admin.sign_in.number.hint')} optional
          inputMode="numeric" spellCheck={false} value={text} onChange={({ target }) => setText(target.value)} />
        <Text role="status" tone="muted">
          {t('delegated-admin.sign_in.causes', { count: causes.length })}
        </Text>
        <Stack as="ol" gap={3}>
          {causes.map((cause) => (
            <li key={cause}>
              <h3>{t(`delegated-admin.sign_in.${cause}`)}</h3>
              <Text tone="muted"><span>{t(`delegated-admin.sign_in.${cause}.text`)}</span> <RuleLink rule={rules[cause]} /></Text>
            </li>
          ))}
        </Stack>
      </Stack>
    </Box>
  )
}

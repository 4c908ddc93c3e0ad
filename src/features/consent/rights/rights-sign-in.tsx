import { useWords } from '../../../i18n/use-words.ts'
import { Stack, Text } from '../../../ui/looks/layout.tsx'
import { SignInPanel } from '../answer-bar.tsx'
import { Block, Points } from '../consent-text.tsx'
import styles from '../consent-text.module.css'

/** Before sign-in the request is unknown here. */
export function RightsSignIn({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Stack gap={3}>
        <h1 className={styles.name} tabIndex={-1}>{t('approval.signed_out.title')}</h1>
        <p className={styles.lead}>{t('approval.signed_out.lead')}</p>
      </Stack>
      <Block>
        <Text as="h2" text="section">{t('approval.signed_out.read')}</Text>
        <Points points={[
          { icon: 'customers', said: t('approval.signed_out.who') },
          { icon: 'key', said: t('approval.signed_out.what') },
          { icon: 'check', said: t('approval.signed_out.unchanged') },
        ]} />
      </Block>
      <SignInPanel button={t('approval.sign_in')} onSignIn={onSignIn} />
    </>
  )
}

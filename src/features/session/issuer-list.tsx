import type { SignInWays } from '../../../domain/session/schemas.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Line, Row, Text } from '../../ui/looks/layout.tsx'
import { Icon } from '../../ui/marks/icon.tsx'
import styles from './issuer-list.module.css'
import { signInAddress } from './sign-in-address.ts'

type Props = { issuers: SignInWays['issuers']; returnTo: string }

/** The ways to sign in with one's own organisation: one of each cloud, mostly just one. */
export function IssuerList({ issuers, returnTo }: Props) {
  const { t } = useWords()
  const isOne = issuers.length === 1
  return (
    <ul className={styles.issuers}>
      {issuers.map(({ id, name, cloud }) => (
        <Row as="li" key={id} gap="2 4" align="center">
          <Line as="a" inline align="center" text="strong" className={styles.issuer} href={signInAddress(returnTo, { issuer: id })}>
            {isOne ? t('session.sign_in.with_organization') : t('session.sign_in.with', { name })}
          </Line>
          {!isOne && (
            <Line as="span" inline gap={1} align="center" tone="muted" text="caption">
              <Icon name="cloud" /><Text as="span">{t(`ui.cloud.${cloud}`)}</Text>
            </Line>
          )}
          <a className={styles.other} href={signInAddress(returnTo, { issuer: id, offersOthers: true })}>
            {isOne ? t('session.sign_in.other_account') : t('session.sign_in.other_account_with', { name })}
          </a>
        </Row>
      ))}
    </ul>
  )
}

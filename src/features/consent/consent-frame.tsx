import type { ReactNode } from 'react'
import { locales } from '../../../domain/session/locales.ts'
import { isLocale } from '../../i18n/choose-locale.ts'
import { languageNames, setLocale, useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/marks/icon.tsx'
import { Line, Stack } from '../../ui/looks/layout.tsx'
import { Mark, Mosaic } from '../../ui/marks/mosaic.tsx'
import styles from './consent-frame.module.css'

/** The frame of a consent page outside the shell: one column, logo and language, no links away. */
export function ConsentFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack className={styles.page}>
      <title>{`${title} · Tessera`}</title>
      <Line as="header" gap={4} align="center" wide onScreen pad="2 4" className={styles.header}>
        <Line as="span" gap={2} align="center" text="strong"><Mark size={28} /><span>Tessera</span></Line>
        <Mosaic width={84} className={styles.mosaic} />
        <LanguageSwitch />
      </Line>
      <Stack as="main" id="main" tabIndex={-1} quiet gap={5} wide grow pad="6 4 10" className={styles.column}>{children}</Stack>
    </Stack>
  )
}

function LanguageSwitch() {
  const { t, locale } = useWords()
  return (
    <Line as="label" gap={1} align="center" tone="muted" className={styles.language}>
      <span className="visually-hidden">{t('acceptance.language')}</span>
      <Icon name="language" />
      <select value={locale} onChange={({ target: { value } }) => isLocale(value) && void setLocale(value)}>
        {locales.map((each) => <option key={each} value={each} lang={each}>{languageNames[each]}</option>)}
      </select>
    </Line>
  )
}

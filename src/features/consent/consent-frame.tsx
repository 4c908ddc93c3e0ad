import type { ReactNode } from 'react'
import { locales } from '../../../domain/session/locales.ts'
import { isLocale } from '../../i18n/choose-locale.ts'
import { languageNames, setLocale, useWords } from '../../i18n/use-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Mark, Mosaic } from '../../ui/mosaic.tsx'
import styles from './consent-frame.module.css'

/** The frame of a page that asks somebody outside the shell: one column, the mark, the language, and nothing that leads away. */
export function ConsentFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <title>{`${title} · Tessera`}</title>
      <header className={styles.header}>
        <span className={styles.mark}><Mark size={28} /><span>Tessera</span></span>
        <Mosaic width={84} className={styles.mosaic} />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={styles.column}>{children}</main>
    </div>
  )
}

function LanguageSwitch() {
  const { t, locale } = useWords()
  return (
    <label className={styles.language}>
      <span className="visually-hidden">{t('acceptance.language')}</span>
      <Icon name="language" />
      <select value={locale} onChange={({ target: { value } }) => isLocale(value) && void setLocale(value)}>
        {locales.map((each) => <option key={each} value={each} lang={each}>{languageNames[each]}</option>)}
      </select>
    </label>
  )
}

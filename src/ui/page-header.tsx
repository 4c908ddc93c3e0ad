import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Elements } from './elements.ts'
import { takeHeadingFocus } from './heading-focus.ts'
import { Icon } from './icon.tsx'
import styles from './page-header.module.css'
import { SharedReasons } from './reasons-once.tsx'

type Props = {
  title: string
  lead?: ReactNode
  /** At most one accent action a view. */
  action?: ReactNode
  badge?: Elements
  back?: { to: string; label: string }
}

/** The page's name: the document's title, its h1, and where the focus goes when one arrives. */
export function PageHeading({ title, className }: { title: string; className?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeHeadingFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <title>{`${title} · Tessera`}</title>
      <h1 ref={heading} tabIndex={-1} className={className}>{title}</h1>
    </>
  )
}

/** The head of a page: its name, what it is about, and what can be done here. */
export function PageHeader({ title, lead, action, badge, back }: Props) {
  return (
    <header className={styles.header}>
      {back && <Link to={back.to} className={styles.back}><Icon name="chevronLeft" /><span>{back.label}</span></Link>}
      <div className={styles.row}>
        <div className={styles.words}>
          <div className={styles.name}>
            <PageHeading title={title} />
            {badge}
          </div>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {action && <div className={styles.action}>{action}</div>}
      </div>
      <SharedReasons />
    </header>
  )
}

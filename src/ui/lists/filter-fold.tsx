import type { ReactNode } from 'react'
import { useWords } from '../../i18n/use-words.ts'
import { Fold } from '../looks/fold.tsx'

/** Folds a list's filters on a small screen; its button counts the active ones, without the sort order. */
export function FilterFold({ inForce, children }: { inForce: object; children: ReactNode }) {
  const { t } = useWords()
  const count = Object.entries(inForce).filter(([name, value]) => name !== 'sort' && Boolean(value)).length
  return <Fold icon="search" label={count > 0 ? t('grid.narrow.in_force', { count }) : t('grid.narrow')}>{children}</Fold>
}

import type { UseQueryResult } from '@tanstack/react-query'
import type { Elements } from '../elements.ts'
import { SkeletonLines } from './skeleton.tsx'
import { ErrorState } from './states.tsx'

type Props = {
  query: Pick<UseQueryResult, 'error' | 'isFetching' | 'refetch'>
  compact?: boolean
  lines?: number
  height?: string
  /** Shown while loading, in place of lines. */
  children?: Elements
}

/** Replaces missing data: the failure with a retry, or a placeholder. */
export function NotYet({ query: { error, isFetching, refetch }, compact = false, children, ...lines }: Props) {
  if (error) return <ErrorState compact={compact} error={error} retrying={isFetching} onRetry={() => void refetch()} />
  return children === undefined ? <SkeletonLines {...lines} /> : children
}

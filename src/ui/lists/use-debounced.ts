import { useEffect, useState } from 'react'

/** The value as it was when it last stayed the same for so long. */
export function useDebounced<Value>(value: Value, waitMs = 150): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}

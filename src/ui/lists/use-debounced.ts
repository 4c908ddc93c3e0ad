import { useEffect, useState } from 'react'

/** The value once it has stayed the same for `waitMs`. */
export function useDebounced<Value>(value: Value, waitMs = 150): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return settled
}

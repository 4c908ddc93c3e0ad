const encoder = new TextEncoder()

/**
 * Text as it comes, as a body; the source is told to stop when nobody reads any more. Made by hand, since Hono's helpers set headers that
 * a page may not set and write an error's message into the answer.
 */
export function streamed(source: AsyncGenerator<string, void, void>, stop: () => void = () => undefined): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel() {
      stop()
      // Not awaited: a source in the middle of something comes to its end by itself.
      void source.return()
    },
  })
}

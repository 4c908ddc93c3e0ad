/** The data never leaves the browser, so it protects nothing; journeys derive the demo's links with it. */
export const demoSecret = 'the-secret-of-a-portal-in-one-browser'

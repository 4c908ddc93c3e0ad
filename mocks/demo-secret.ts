/** The data never leaves the browser, so there is nothing for it to protect; known, so that journeys can derive the demo's own links. */
export const demoSecret = 'the-secret-of-a-portal-in-one-browser'

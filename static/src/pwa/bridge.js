/** The one way from a page to the worker. */

/**
 * Sends a message to the worker, as soon as there is one.
 * @param {ServiceWorkerContainer} container
 * @param {{type: string, lang?: string}} message
 */
export async function tell(container, message) {
  const registration = await container.ready;
  registration.active?.postMessage(message);
}

/**
 * Asks the worker and waits for its answer.
 * @param {ServiceWorkerContainer} container
 * @param {{type: string, lang?: string}} message
 * @returns {Promise<any>}
 */
export async function ask(container, message) {
  const registration = await container.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = (event) => {
      port1.close();
      resolve(event.data);
    };
    registration.active?.postMessage(message, [port2]);
  });
}

// The SDK knows only Vipps' own hosts: whatever it fetches from the test environment is fetched from the sandbox instead.
const TEST_ENVIRONMENT = "https://apitest.vipps.no";

export function redirectTo(sandbox) {
  const fetchFromNetwork = globalThis.fetch;
  globalThis.fetch = async (request) => {
    const copy = request.clone();
    if (!copy.url.startsWith(TEST_ENVIRONMENT)) {
      throw new Error(`The SDK wanted to leave this machine: ${copy.url}`);
    }
    const body = await copy.text();
    return fetchFromNetwork(sandbox + copy.url.slice(TEST_ENVIRONMENT.length), {
      method: copy.method,
      headers: copy.headers,
      body: body === "" ? undefined : body,
    });
  };
}

/** Opens the link of an e-mail and presses the button it leads to. @returns the page that answers */
export async function pressOnPage(url: string, label: string): Promise<string> {
  const page = await (await fetch(url)).text();
  const form =
    [...page.matchAll(/<form method="post">(.*?)<\/form>/gs)].find(([each]) => each.includes(`>${label}<`))?.[0] ?? '';
  const inputs = [...form.matchAll(/name="(_\w+)" value="([^"]*)"/g)];
  const body = new URLSearchParams(inputs.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]));
  return (await fetch(url, { method: 'POST', body })).text();
}

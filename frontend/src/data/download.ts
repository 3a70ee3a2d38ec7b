/** Opening what a signed path gives: a file to keep, or a paper in a page of its own. */

/** Have the browser save what is there. */
export function download(url: string): void {
  follow(url, (link) => (link.download = ""));
}

/**
 * Open a page whose address is still being asked for. Browsers open a page only at a click itself,
 * so an empty one is opened first; it cannot reach back to this one.
 */
export async function openLater(address: Promise<string>): Promise<void> {
  const page = window.open("", "_blank");
  if (page) page.opener = null;
  try {
    const url = await address;
    if (page && !page.closed) page.location.replace(url);
    else follow(url, (link) => (link.target = "_blank"));
  } catch (error) {
    page?.close();
    throw error;
  }
}

function follow(url: string, how: (link: HTMLAnchorElement) => void): void {
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noopener";
  how(link);
  document.body.append(link);
  link.click();
  link.remove();
}

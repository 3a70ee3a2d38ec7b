/** Registers an element once: a page that stays open may load the panel's next version, too. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/**
 * The frame around the pages: heading, tabs, lock, messages. It owns the live data, keeps the
 * state in the address, and hands one context down.
 */

import {
  mdiAccountKeyOutline,
  mdiAlertCircleOutline,
  mdiBookOpenVariantOutline,
  mdiClipboardCheckOutline,
  mdiDotsHorizontal,
  mdiFileDocumentOutline,
  mdiFileSendOutline,
  mdiFilmstrip,
  mdiFlagOutline,
  mdiFormatListChecks,
  mdiRefresh,
  mdiShieldHomeOutline,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "./components/define";
import { icon } from "./components/icon";
import { LockChip } from "./components/lock-chip";
import type { PanelContext } from "./components/panel-context";
import { look } from "./components/styles";
import { post, Problem } from "./data/api";
import { sentence } from "./data/errors";
import { Format } from "./data/format";
import { followColours, isDark } from "./data/darkness";
import { alike, type Hass, type Localize, type Route } from "./data/hass";
import { Live } from "./data/live";
import { address, go, PANEL, parse, TABS, TABS_BELOW, type Tab } from "./data/route";
import { languageFor, loadTexts, type Language, type Part, type Translate } from "./data/texts";
import { VERSION } from "./data/version";
import { LAZY, WORDS } from "./pages";
import { shellStyles } from "./shell-styles";
import { OutsiderView } from "./views/outsider";
import { TodayView } from "./views/today";

define("kb-lock-chip", LockChip);
define("kb-today", TodayView);
define("kb-outsider", OutsiderView);

const ICONS: Record<Tab, string> = {
  today: mdiShieldHomeOutline,
  footage: mdiFilmstrip,
  requests: mdiFileSendOutline,
  duties: mdiFormatListChecks,
  people: mdiAccountKeyOutline,
  papers: mdiFileDocumentOutline,
  check: mdiClipboardCheckOutline,
  book: mdiBookOpenVariantOutline,
  start: mdiFlagOutline,
};

const SAID_FOR_MS = 8_000;

export class KumaBouhanPanel extends LitElement {
  static override styles = [...look, shellStyles];

  @property({ attribute: false }) hass?: Hass;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @property({ attribute: false }) route?: Route;
  @property({ attribute: false }) panel?: unknown;

  @state() private texts: Translate | null = null;
  @state() private said = "";
  @state() private failedTab: Tab | null = null;
  /** Whether the tabs that a phone has no room for are shown. */
  @state() private more = false;
  @query("#dialogs") private dialogs!: HTMLElement;

  private readonly live = new Live(() => this.requestUpdate("live"));
  private language: Language | null = null;
  /** Parts of the words that are wanted, and those that `texts` has. */
  private readonly parts = new Set<Part>();
  private worded: readonly Part[] = [];
  private localize: Localize | null = null;
  private format: Format | null = null;
  private saying: ReturnType<typeof setTimeout> | undefined;
  private unfollow = (): void => {};
  private readonly wanted = new Set<Tab>();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hass) this.live.start(this.hass);
    this.unfollow = followColours(() => {
      if (this.hass && isDark(this.hass) !== this.hasAttribute("dark")) this.requestUpdate("hass");
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unfollow();
    this.live.stop();
    clearTimeout(this.saying);
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (changed.size > 1 || !changed.has("hass") || !this.hass) return true;
    if (isDark(this.hass) !== this.hasAttribute("dark")) return true;
    return !alike(changed.get("hass") as Hass | undefined, this.hass);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has("hass") || !this.hass) return;
    this.toggleAttribute("dark", isDark(this.hass));
    this.format = Format.of(this.hass);
    this.live.start(this.hass);
    void this.learn(this.hass);
  }

  protected override updated(): void {
    const context = this.context();
    if (!context) return;
    for (const dialog of this.dialogs.children) {
      (dialog as unknown as { panel: PanelContext }).panel = context;
    }
  }

  /** Load the words of the person's language; what HA hands over of the integration's is welcome. */
  private async learn(hass: Hass): Promise<void> {
    const language = languageFor(hass.language);
    if (language === this.language) return;
    this.language = language;
    this.lang = language;
    const [, localize] = await Promise.all([
      this.learnWords(language),
      hass.loadBackendTranslation("exceptions", "kuma_bouhan").catch(() => null),
    ]);
    if (language !== this.language) return;
    this.localize = localize;
    this.requestUpdate();
  }

  private async learnWords(language: Language): Promise<void> {
    const parts = [...this.parts];
    const texts = await loadTexts(language, parts);
    if (language !== this.language || parts.length < this.parts.size) return;
    this.worded = parts;
    this.texts = texts;
  }

  private context(): PanelContext | null {
    const { hass, texts: t, format } = this;
    const { overview, lock } = this.live;
    if (!hass || !t || !format || !overview) return null;
    const words = (error: unknown): string => sentence(error, t, this.localize);
    const prefix = this.route?.prefix ?? PANEL;
    return {
      hass,
      overview,
      lock,
      narrow: this.narrow,
      path: parse(this.route),
      t,
      format,
      words,
      dialogs: this.dialogs,
      go: (path, replace) => go(prefix, path, replace),
      refreshLock: () => this.live.refreshLock(),
      ensureUnlocked: async () => {
        if (this.live.lock?.mine) return true;
        const [{ UnlockDialog }, { ask }] = await Promise.all([
          import("./dialogs/unlock"),
          import("./components/dialog"),
        ]);
        const panel = this.context();
        return panel ? ((await ask(new UnlockDialog(), panel)) ?? false) : false;
      },
      lockNow: async () => {
        try {
          await post(hass, ["lock"]);
          this.say(t("lock.locked_now"));
        } catch (error) {
          this.say(words(error));
        }
        await this.live.refreshLock();
      },
      say: (text) => this.say(text),
      may: (act) => overview.me.may.includes(act),
    };
  }

  private say(text: string): void {
    this.said = text;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.said = ""), SAID_FOR_MS);
  }

  protected override render(): TemplateResult {
    return html`
      ${this.page()}
      <div id="dialogs"></div>
      <div class="said" role="status" aria-live="polite">
        ${this.said ? html`<p>${this.said}</p>` : nothing}
      </div>
    `;
  }

  private page(): TemplateResult {
    const t = this.texts;
    const context = this.hasUpdated ? this.context() : null;
    if (!t) return html`${this.header(null, null)}`;
    if (!context) {
      return html`${this.header(t, null)}
        <main class="waiting">
          ${
            this.live.error
              ? html`<p class="note bad" role="alert">
                  ${icon(mdiAlertCircleOutline)}<span
                    >${sentence(this.live.error, t, this.localize)}</span
                  >
                </p>`
              : html`<p class="soft" role="status">${t("shell.loading")}</p>`
          }
        </main>`;
    }
    if (!context.overview.site) {
      return html`${this.header(t, null)}
        <main class="waiting">
          <p class="note warn" role="alert">
            ${icon(mdiAlertCircleOutline)}<span
              >${context.words(new Problem("site_not_running"))}</span
            >
          </p>
        </main>`;
    }
    if (!context.overview.me.roles.length) {
      return html`${this.header(t, null)}
        <main><kb-outsider .panel=${context}></kb-outsider></main>`;
    }
    const tab = context.path[0];
    return html`
      ${this.header(t, context)} ${this.staleNote(t, context)}
      <main id="page" tabindex="-1" aria-label=${t(`shell.tabs.${tab}`)}>
        ${this.tab(tab, context)}
      </main>
      ${this.narrow ? this.tabs(t, context, "below") : nothing}
    `;
  }

  private header(t: Translate | null, context: PanelContext | null): TemplateResult {
    return html`
      <header class="bar">
        ${
          customElements.get("ha-menu-button")
            ? html`<ha-menu-button .hass=${this.hass} .narrow=${this.narrow}></ha-menu-button>`
            : nothing
        }
        <h1>${t?.("shell.title") ?? ""}</h1>
        ${t && context && !this.narrow ? this.tabs(t, context, "above") : html`<span class="gap"></span>`}
        ${context?.overview.lock ? html`<kb-lock-chip .panel=${context}></kb-lock-chip>` : nothing}
      </header>
    `;
  }

  private tabs(t: Translate, context: PanelContext, place: "above" | "below"): TemplateResult {
    const shown = place === "below" ? TABS.slice(0, TABS_BELOW) : TABS;
    return html`
      <nav class=${place} aria-label=${t("shell.pages")} @focusout=${this.left}>
        ${shown.map((tab) => this.link(tab, t, context, place))}
        ${place === "below" ? this.others(t, context) : nothing}
      </nav>
    `;
  }

  private link(
    tab: Tab,
    t: Translate,
    context: PanelContext,
    place: "above" | "below" | "more",
  ): TemplateResult {
    return html`
      <a
        href=${address(this.route?.prefix ?? PANEL, [tab])}
        aria-current=${context.path[0] === tab ? "page" : nothing}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          this.more = false;
          context.go([tab]);
        }}
      >
        ${icon(ICONS[tab])} ${tab === "requests" ? this.badge(t, context) : nothing}
        <span>${t(`shell.${place === "below" ? "tabs_short" : "tabs"}.${tab}`)}</span>
      </a>
    `;
  }

  /** The tabs that there is no room for on a phone. */
  private others(t: Translate, context: PanelContext): TemplateResult {
    const others = TABS.slice(TABS_BELOW);
    const current = others.some((tab) => tab === context.path[0]);
    return html`
      <button
        class="tab ${current ? "current" : ""}"
        aria-current=${current ? "true" : nothing}
        aria-expanded=${this.more ? "true" : "false"}
        aria-controls="more"
        @click=${() => (this.more = !this.more)}
        @keydown=${this.shut}
      >
        ${icon(mdiDotsHorizontal)}<span>${t("shell.more")}</span>
      </button>
      <div id="more" class="more" ?hidden=${!this.more} @keydown=${this.shut}>
        ${others.map((tab) => this.link(tab, t, context, "more"))}
      </div>
    `;
  }

  private readonly left = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!(currentTarget as HTMLElement).contains(relatedTarget as Node | null)) this.more = false;
  };

  private readonly shut = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.more) return;
    this.more = false;
    this.renderRoot.querySelector<HTMLElement>("nav.below .tab")?.focus();
  };

  /** How many requests wait for a decision. */
  private badge(t: Translate, { overview }: PanelContext): TemplateResult | typeof nothing {
    const count = overview.requests?.waiting ?? 0;
    if (!count) return nothing;
    return html`<span class="badge">
      <span aria-hidden="true">${count > 99 ? "99+" : count}</span>
      <span class="unseen">${t("shell.waiting", { count })}</span>
    </span>`;
  }

  private tab(tab: Tab, context: PanelContext): TemplateResult {
    this.want(tab);
    if (this.failedTab === tab) {
      return html`<div class="waiting">
        <p class="note bad" role="alert">
          ${icon(mdiAlertCircleOutline)}<span>${context.t("shell.not_loaded")}</span>
        </p>
      </div>`;
    }
    if (!(WORDS[tab] ?? []).every((part) => this.worded.includes(part))) {
      return html`<div class="waiting">
        <p class="soft" role="status">${context.t("shell.loading")}</p>
      </div>`;
    }
    switch (tab) {
      case "today":
        return html`<kb-today .panel=${context}></kb-today>`;
      case "footage":
        return html`<kb-footage .panel=${context}></kb-footage>`;
      case "requests":
        return html`<kb-requests .panel=${context}></kb-requests>`;
      case "duties":
        return html`<kb-duties .panel=${context}></kb-duties>`;
      case "people":
        return html`<kb-people .panel=${context}></kb-people>`;
      case "papers":
        return html`<kb-papers .panel=${context}></kb-papers>`;
      case "check":
        return html`<kb-check .panel=${context}></kb-check>`;
      case "book":
        return html`<kb-book .panel=${context}></kb-book>`;
      case "start":
        return html`<kb-start .panel=${context}></kb-start>`;
    }
  }

  private want(tab: Tab): void {
    const load = LAZY[tab];
    if (!load || this.wanted.has(tab) || this.failedTab === tab) return;
    this.wanted.add(tab);
    const parts = WORDS[tab] ?? [];
    for (const part of parts) this.parts.add(part);
    const words = parts.length && this.language ? this.learnWords(this.language) : null;
    Promise.all([load(), words]).catch(() => {
      this.wanted.delete(tab);
      this.failedTab = tab;
    });
  }

  /** The page in the browser may be older than the integration that answers it. */
  private staleNote(t: Translate, { overview }: PanelContext): TemplateResult | typeof nothing {
    if (!VERSION || !overview.version || overview.version === VERSION) return nothing;
    return html`<div class="stale" role="status">
      <span>${t("shell.new_version")}</span>
      <button class="button" @click=${() => location.reload()}>
        ${icon(mdiRefresh, 20)}${t("shell.reload")}
      </button>
    </div>`;
  }
}

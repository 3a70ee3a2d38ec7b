import{K as p,Ka as h,L as a,La as m}from"./chunk-QH2FQVPP.js";import{a as r}from"./chunk-BYHIPRB2.js";import{a as l,b as s,e as n,h as i,i as u,j as d,o as c}from"./chunk-LBO2O6FZ.js";import{a as e}from"./chunk-LO2NM3CE.js";var t=class extends m{constructor(){super(...arguments);this.label="";this.hint="";this.autocomplete="current-password";this.disabled=!1;this.shown=!1}static{this.styles=[...c,l`
      :host {
        display: block;
      }
      .row {
        position: relative;
      }
      input {
        padding-inline-end: 56px !important;
      }
      .round {
        position: absolute;
        inset: 2px 4px auto auto;
        color: var(--kb-soft);
      }
    `]}get value(){return this.input?.value??""}clear(){this.input&&(this.input.value="")}focus(){this.input?.focus()}disconnectedCallback(){super.disconnectedCallback(),this.clear()}typed(o){o.key!=="Enter"||o.isComposing||(o.preventDefault(),this.dispatchEvent(new CustomEvent("enter",{bubbles:!0,composed:!0})))}render(){return s`
      <div class="field">
        <label for="input">${this.label}</label>
        <div class="row">
          <input
            id="input"
            type=${this.shown?"text":"password"}
            autocomplete=${this.autocomplete}
            autocapitalize="off"
            autocorrect="off"
            spellcheck="false"
            maxlength="1024"
            aria-describedby=${this.hint?"hint":n}
            ?disabled=${this.disabled}
            @keydown=${this.typed}
            @input=${()=>this.dispatchEvent(new CustomEvent("typed",{bubbles:!0,composed:!0}))}
          />
          <button
            type="button"
            class="round"
            aria-label=${this.t(this.shown?"passphrase.hide":"passphrase.show")}
            aria-pressed=${this.shown}
            @click=${()=>this.shown=!this.shown}
          >
            ${h(this.shown?a:p)}
          </button>
        </div>
        ${this.hint?s`<p class="hint" id="hint">${this.hint}</p>`:n}
      </div>
    `}};e([i()],t.prototype,"label",2),e([i()],t.prototype,"hint",2),e([i()],t.prototype,"autocomplete",2),e([i({type:Boolean})],t.prototype,"disabled",2),e([u()],t.prototype,"shown",2),e([d("input")],t.prototype,"input",2);r("kb-passphrase",t);

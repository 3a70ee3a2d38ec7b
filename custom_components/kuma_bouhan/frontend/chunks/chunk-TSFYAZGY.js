import{Ka as p,La as f,na as s}from"./chunk-QH2FQVPP.js";import{a as o}from"./chunk-BYHIPRB2.js";import{a as r,b as a,e as l,i as n,o as c}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var e=class extends f{constructor(){super(...arguments);this.busy=!1}static{this.styles=[...c,r`
      :host {
        display: grid;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
        padding-block: 16px;
      }
      .card > div {
        flex: 1 1 260px;
        min-width: 0;
      }
      @media (max-width: 599px) {
        .button {
          width: 100%;
        }
      }
    `]}async begin(){if(!this.busy){this.busy=!0;try{let{openToOfficer:t}=await import("./officer-QPBQOLBE.js");await t(this.panel)}catch{this.panel.say(this.t("shell.not_loaded"))}finally{this.busy=!1}}}render(){let{panel:t}=this;return!t.may("request_disclosure")||!t.overview.cameras?.length?l:a`<section class="card" aria-labelledby="officer">
      <div>
        <h3 id="officer">${this.t("officer.heading")}</h3>
        <p class="soft small">
          ${this.t(t.may("protect_footage")?"officer.protects":"officer.opens")}
        </p>
      </div>
      <button class="button" ?disabled=${this.busy} @click=${()=>this.begin()}>
        ${p(s,20)}${this.t("officer.begin")}
      </button>
    </section>`}};i([n()],e.prototype,"busy",2);o("kb-officer",e);

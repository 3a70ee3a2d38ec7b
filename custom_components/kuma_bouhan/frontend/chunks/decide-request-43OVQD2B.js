import{a as m,b as f}from"./chunk-NY3OBRYI.js";import{h as l,i as c,o as u}from"./chunk-VZYR7HE6.js";import{a as d}from"./chunk-PFIUSRQB.js";import"./chunk-IHH2MFRB.js";import"./chunk-SZGFSJBZ.js";import{f as h}from"./chunk-4SUMXNU5.js";import"./chunk-I6UTLSEY.js";import"./chunk-5MN46PXD.js";import"./chunk-MTNA7FE6.js";import"./chunk-3A3V5TTW.js";import"./chunk-DWWQMYPI.js";import{a as p}from"./chunk-BYHIPRB2.js";import{b as i,e as o,i as a}from"./chunk-LBO2O6FZ.js";import{a as n}from"./chunk-LO2NM3CE.js";var T=["extension/approve","extension/deny","extension/end","disclosure/permit","disclosure/deny"],r=class extends d{constructor(e,t){super();this.decision=e;this.entry=t;this.reason="";this.noGround=!1;this.noGround=t.kind==="access"&&!t.item.ground}static{this.styles=[...d.styles,m]}firstUpdated(){super.firstUpdated(),this.explains||this.field.updateComplete.then(()=>this.field.focus())}word(e){return this.t(`requests.act.${this.decision.replace("/","_")}.${e}`)}get explains(){return!["extension/approve","disclosure/permit"].includes(this.decision)}submit(){let{decision:e,noGround:t}=this,s=this.reason.trim();if(e==="extension/end"&&!s){this.error=this.t("requests.reason_needed");return}this.prove(h(e),{number:this.entry.item.number,...this.explains&&s?{reason:s}:{},...e==="disclosure/deny"?{no_ground:t}:{}},()=>this.panel.say(this.word("done")))}render(){let{panel:e,entry:t}=this,s=this.explains;return this.frame(this.word("heading"),i`
        <p>${this.word("what")}</p>
        ${f(e,[[t.kind==="extension"?"until":"recipient",u(e,t)],["cameras",l(e,t.item.cameras)],["span",c(e,t.item)]])}
        ${this.explains?this.why():o} ${this.proof()}
      `,i`
        ${this.cancel()}
        <button type="submit" class="button ${s?"danger":"primary"}" ?disabled=${this.held}>
          ${this.busy?this.t("requests.sending"):this.word("do")}
        </button>
      `)}why(){let e=this.decision==="disclosure/deny";return i`
      ${e?i`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.noGround}
                @change=${t=>{this.noGround=t.target.checked}}
              />
              ${this.t("requests.no_ground")}
            </label>`:o}
      <div class="field">
        <label for="reason">
          ${this.t(this.decision==="extension/end"?"requests.row.end_reason":"requests.deny_reason")}
        </label>
        <textarea
          id="reason"
          maxlength="500"
          .value=${this.reason}
          @input=${t=>this.reason=t.target.value}
        ></textarea>
      </div>
    `}};n([a()],r.prototype,"reason",2),n([a()],r.prototype,"noGround",2);p("kb-decide-request",r);export{T as DECISIONS,r as DecideRequestDialog};

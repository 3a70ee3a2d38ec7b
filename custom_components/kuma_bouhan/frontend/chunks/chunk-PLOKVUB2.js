import{a as f,b as c}from"./chunk-I6UTLSEY.js";import{La as l}from"./chunk-QH2FQVPP.js";import{a as s}from"./chunk-BYHIPRB2.js";import{a as n,b as a,h as p,o as m}from"./chunk-LBO2O6FZ.js";import{a as i}from"./chunk-LO2NM3CE.js";var r=class extends l{static{this.styles=[...m,n`
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
        gap: 12px;
      }
    `]}focus(e){this.renderRoot.querySelector("input")?.focus(e)}change(e,t){let o=c(t.target.value,this.panel.format.zone);o!==null&&this.dispatchEvent(new CustomEvent("span",{detail:{...this.span,[e]:o}}))}render(){let{zone:e}=this.panel.format;return a`<div class="both">
      ${["from","to"].map(t=>a`<div class="field">
            <label for=${t}>${this.t(`span.${t}`)}</label>
            <input
              id=${t}
              type="datetime-local"
              .value=${f(this.span[t],e)}
              @change=${o=>this.change(t,o)}
            />
          </div>`)}
    </div>`}};i([p({attribute:!1})],r.prototype,"span",2);s("kb-span",r);

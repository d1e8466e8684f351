"""The list of what is linked in, in the format CycloneDX 1.6."""

import hashlib
import json
import uuid
from datetime import datetime, timezone


def document(release, components, program):
    """The document as bytes. Its number depends on the program alone, so the same program has the same list."""
    digest = hashlib.sha256(program).hexdigest()
    own = {"type": "application", "bom-ref": "folkmoot", "name": "folkmoot", "version": release.version, "licenses": [{"license": {"id": "MIT"}}], "hashes": [{"alg": "SHA-256", "content": digest}]}
    listed = [
        {"type": "library", "bom-ref": component.name, "name": component.name, "version": component.version, "scope": "required",
         "licenses": [licence(component.licence)],
         **({"purl": component.purl} if component.purl else {}),
         "externalReferences": [{"type": "website", "url": component.home}]}
        for component in components
    ]
    whole = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, release.home + chr(35) + digest)}", "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(release.when, timezone.utc).isoformat().replace("+00:00", "Z"), "component": own},
        "components": listed,
        "dependencies": [{"ref": "folkmoot", "dependsOn": [component.name for component in components]}, *({"ref": component.name} for component in components)],
    }
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def licence(expression):
    return {"license": {"id": expression}} if " " not in expression else {"expression": expression}

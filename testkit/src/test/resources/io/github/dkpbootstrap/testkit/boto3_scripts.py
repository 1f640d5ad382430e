# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The dkp-bootstrap authors
"""Runs scripts with boto3, one for each line of standard input, and answers each with a line.

A line is a JSON object: "environment" replaces all AWS_* variables, "values" are names that the script can use, "script"
is what to run. The answer says what the script printed ("out") and, if it failed, why ("error").
"""
import contextlib
import faulthandler
import io
import json
import os
import sys
import traceback

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

LIMIT_SECONDS = 60


def client(service, **settings):
    return boto3.client(service, config=Config(**settings))


def poll(cfn, waiter, **arguments):
    """Waits as boto3 does, but for its 30 seconds between two calls."""
    cfn.get_waiter(waiter).wait(WaiterConfig={"Delay": 0.05, "MaxAttempts": 200}, **arguments)


def refusal(function, **arguments):
    """Tells how boto3 understands the refusal of a call."""
    try:
        function(**arguments)
    except ClientError as e:
        error = e.response["Error"]
        status = e.response["ResponseMetadata"]["HTTPStatusCode"]
        return f"{type(e).__name__} {status} {error['Code']}: {error['Message']}"
    return "accepted"


def run(request):
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update(request["environment"])
    boto3.setup_default_session()
    names = dict(request["values"], client=client, refusal=refusal, cfn=client("cloudformation"), iam=client("iam"))
    names["wait"] = lambda waiter, **arguments: poll(names["cfn"], waiter, **arguments)
    exec(compile(request["script"], "script", "exec"), names)


def answer(request):
    out, error = io.StringIO(), ""
    faulthandler.dump_traceback_later(LIMIT_SECONDS, exit=True)
    with contextlib.redirect_stdout(out):
        try:
            run(request)
        except Exception:
            error = traceback.format_exc()
    faulthandler.cancel_dump_traceback_later()
    return {"out": out.getvalue(), "error": error}


print("boto3", boto3.__version__, flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
